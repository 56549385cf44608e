package com.acme.digits;

class Digits {
    private Digits() {}

    static float[] classify(float[] image) {
        return DigitClassifier.create(42).digit(image);
    }
}
