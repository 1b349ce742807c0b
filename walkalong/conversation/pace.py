"""How often somebody may do a thing within a minute."""

from walkalong.people.pace import too_many_pictures as too_many_pictures
from walkalong.people.pace import too_often as too_often
