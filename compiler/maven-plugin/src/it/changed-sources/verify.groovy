def generated = new File(basedir, 'target/generated-sources/nn/com/acme')
assert generated.list().sort() == ['Changed.java', 'RenamedTo.java', 'Same.java']

// Each name is a class with members.
def classes = new File(basedir, 'target/classes/com/acme').list()
assert classes.every { it ==~ /(Changed|RenamedTo|Same)([$].*)?[.]class/ }
assert ['Changed.class', 'RenamedTo.class', 'Same.class'].every { it in classes }

def log = new File(basedir, 'build.log').text
def runs = log.split('Scanning for projects')
assert runs.length == 4
assert runs[1].contains('generated 5 Java files')
assert runs[2].contains('generated 2 Java files')
['Deleted', 'Renamed', 'Excluded'].each { name ->
    assert runs[2].contains("deleted com/acme/${name}.java, which no .nn file declares any more")
}
assert !runs[3].contains('generated ') && !runs[3].contains('deleted ')
assert runs[3].contains('Nothing to compile')
