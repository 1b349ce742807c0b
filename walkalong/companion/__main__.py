import sys

from walkalong.companion.command import main

sys.exit(main(sys.argv[1:]))
