"""Who may change the programme's words. Everybody signed in may read them."""

from walkalong.people.rules import is_staff

may_change_words = is_staff
