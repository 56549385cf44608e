assert new File(basedir, 'blocks/target/blocks-1.jar').isFile()
assert new File(basedir, 'faces/target/classes/com/acme/faces/Faces.class').isFile()

def log = new File(basedir, 'build.log').text
assert log.count('generated 2 Java files to') == 2
assert log.count('BUILD SUCCESS') == 2
