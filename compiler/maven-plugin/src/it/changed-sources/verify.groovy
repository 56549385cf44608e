def generated = new File(basedir, 'target/generated-sources/nn/com/acme')
def models = ['Changed', 'RenamedTo', 'Same']
assert generated.list().sort() == models.collectMany { ["${it}.java", "${it}Gradients.java"] }*.toString().sort()

// Each name is a class with members.
def classes = new File(basedir, 'target/classes/com/acme').list()
assert classes.every { it ==~ /(Changed|RenamedTo|Same)(Gradients)?([$].*)?[.]class/ }
assert models.every { "${it}.class".toString() in classes && "${it}Gradients.class".toString() in classes }

def log = new File(basedir, 'build.log').text
def runs = log.split('Scanning for projects')
assert runs.length == 4
assert runs[1].contains('generated 10 Java files')
assert runs[2].contains('generated 4 Java files')
['Deleted', 'Renamed', 'Excluded'].each { name ->
    assert runs[2].contains("deleted com/acme/${name}.java, which no .nn file declares any more")
    assert runs[2].contains("deleted com/acme/${name}Gradients.java, which no .nn file declares any more")
}
assert !runs[3].contains('generated ') && !runs[3].contains('deleted ')
assert runs[3].contains('Nothing to compile')
