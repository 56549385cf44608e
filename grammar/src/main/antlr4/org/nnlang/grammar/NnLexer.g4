/** The words of the `.nn` language. */
lexer grammar NnLexer;

PACKAGE     : 'package' ;
IMPORT      : 'import' ;
AS          : 'as' ;
MODEL       : 'model' ;
LAYER       : 'layer' ;
ACTIVATION  : 'activation' ;
LOSS        : 'loss' ;
FUNCTION    : 'function' ;
INITIALIZER : 'initializer' ;
LET         : 'let' ;
INPUT       : 'input' ;
OUTPUT      : 'output' ;
PARAM       : 'param' ;
STATE       : 'state' ;
REQUIRE     : 'require' ;
REPEAT      : 'repeat' ;
IF          : 'if' ;
THEN        : 'then' ;
ELSE        : 'else' ;
AND         : 'and' ;
OR          : 'or' ;
NOT         : 'not' ;
TRUE        : 'true' ;
FALSE       : 'false' ;

ARROW   : '->' ;
REST    : '...' ;
DOT     : '.' ;
COMMA   : ',' ;
COLON   : ':' ;
EQUALS  : '==' ;
UNEQUAL : '!=' ;
AT_MOST : '<=' ;
AT_LEAST : '>=' ;
ASSIGN  : '=' ;
LESS    : '<' ;
GREATER : '>' ;
PLUS    : '+' ;
MINUS   : '-' ;
TIMES   : '*' ;
DIVIDE  : '/' ;
MODULO  : '%' ;
POWER   : '^' ;
LEFT_PARENTHESIS  : '(' ;
RIGHT_PARENTHESIS : ')' ;
LEFT_BRACKET      : '[' ;
RIGHT_BRACKET     : ']' ;
LEFT_BRACE        : '{' ;
RIGHT_BRACE       : '}' ;

NUMBER : DIGITS ('.' DIGITS)? ([eE] [+-]? DIGITS)? ;
STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;
NAME   : [\p{L}_] [\p{L}\p{Nd}_]* | '`' ~[`\r\n]+ '`' ;

DOCUMENTATION : '///' ~[\r\n]*                   -> channel(2) ;
COMMENT       : ('//' ~[\r\n]* | '/*' .*? '*/')  -> channel(HIDDEN) ;
SPACE         : [ \t\r\n\uFEFF]+                 -> channel(HIDDEN) ;

/** Anything else becomes a token too, so that nothing is dropped in silence. */
STRAY : . ;

fragment DIGITS : [0-9] ('_'? [0-9])* ;
