/** The sentences of the `.nn` language. */
parser grammar NnParser;

options { tokenVocab = NnLexer; }

file : packageClause? importClause* declaration* EOF ;

packageClause : 'package' qualifiedName ;
importClause  : 'import' qualifiedName ('as' name)? ;

declaration
    : ('model' | 'layer') name parameters? (block | '=' expression)?                   # component
    | ('activation' | 'loss' | 'function') name parameters ('=' expression)?           # function
    | 'initializer' name parameters? ('=' expression)?                                 # initializer
    | 'let' name '=' expression                                                        # constant
    ;

parameters : '(' (parameter (',' parameter)* ','?)? ')' ;
parameter  : name (':' shape)? ('=' expression)? ;

block : '{' statement* '}' ;

statement
    : 'input' name ':' shape                                 # inputStatement
    | ('param' | 'state') name ':' shape '=' expression      # weightStatement
    | 'let' name '=' expression                              # letStatement
    | 'output' name (':' shape)? '=' expression              # outputStatement
    | 'require' expression ',' STRING                        # requireStatement
    ;

shape     : '[' (dimension (',' dimension)* ','?)? ']' ;
dimension : expression '...'? ;

expression
    : expression '.' name                                                  # member
    | expression '(' arguments? ')'                                        # call
    | <assoc = right> expression '^' expression                            # power
    | '-' expression                                                       # negate
    | expression operator = ('*' | '/' | '%') expression                   # product
    | expression operator = ('+' | '-') expression                         # sum
    | expression operator = ('<' | '<=' | '>' | '>=' | '==' | '!=') expression # comparison
    | 'not' expression                                                     # not
    | expression 'and' expression                                          # conjunction
    | expression 'or' expression                                           # disjunction
    | expression '->' (label ':')? expression                              # pipe
    | 'if' expression 'then' expression 'else' expression                  # choice
    | 'repeat' expression ('as' name)? '{' expression '}'                  # repeat
    | '(' expression (',' expression)* ','? ')'                            # group
    | '[' (expression (',' expression)* ','?)? ']'                         # list
    | NUMBER                                                               # number
    | STRING                                                               # string
    | ('true' | 'false')                                                   # boolean
    | NAME                                                                 # reference
    ;

arguments : argument (',' argument)* ','? ;
argument  : (name '=')? expression ;

label : name ;

qualifiedName : name ('.' name)* ;

/** Keywords are names where a name must stand: labels, binders, parameters, and after a dot. */
name
    : NAME
    | 'input' | 'output' | 'let' | 'param' | 'state' | 'initializer' | 'activation' | 'loss' | 'function'
    | 'layer' | 'model' | 'repeat' | 'require' | 'as' | 'package' | 'import'
    ;
