def log = new File(basedir, 'build.log').text

['com/acme/names.nn:3:19', 'com/acme/names.nn:4:19', 'com/acme/shapes.nn:4:16'].each { place ->
    assert log.count("--> ${place}") == 1
}
assert log.count('[ERROR] error[N') == 3
assert log.contains("3 errors in the .nn files of ${new File(basedir, 'src/main/nn')}")
assert !new File(basedir, 'target/generated-sources').exists()
