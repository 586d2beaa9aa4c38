import 'flowspec'
