def target = new File(basedir, 'target')

assert new File(target, 'generated-sources/nn/com/acme/digits/DigitClassifier.java').isFile()
assert new File(target, 'classes/com/acme/digits/DigitClassifier.class').isFile()
assert new File(target, 'classes/com/acme/digits/DigitClassifierGradients.class').isFile()
assert new File(target, 'classes/com/acme/digits/Squared.class').isFile()
assert new File(target, 'classes/com/acme/digits/Digits.class').isFile()

assert new File(target, 'generated-test-sources/nn/com/acme/digits/SmallClassifier.java').isFile()
assert new File(target, 'test-classes/com/acme/digits/SmallClassifier.class').isFile()
assert !new File(target, 'test-classes/com/acme/digits/DigitClassifier.class').exists()

def log = new File(basedir, 'build.log').text
assert log.contains('checked 2 .nn files')
assert !log.contains('[WARNING]')
assert ['nn:generate', 'nn:generate-test', 'nn:check', 'nn:help'].every { goal -> log.contains(goal) }
