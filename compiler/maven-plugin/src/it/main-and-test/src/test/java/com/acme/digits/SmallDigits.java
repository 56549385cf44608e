package com.acme.digits;

class SmallDigits {
    private SmallDigits() {}

    static float[] classify(float[] image) {
        return SmallClassifier.create(42).digit(image);
    }
}
