import Glibc

exit(Program.run(Word.ofCommandLine()))
