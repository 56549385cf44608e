/** Files of named arrays: safetensors, npy and npz. Nothing here runs code from a file or extracts an archive. */
@NullMarked
package org.nnlang.runtime.io;

import org.jspecify.annotations.NullMarked;
