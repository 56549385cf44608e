lexer grammar NnLexer;
WS : [ \t\r\n]+ -> channel(HIDDEN);
