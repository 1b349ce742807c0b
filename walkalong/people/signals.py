"""What the rooms above may want to hear about. Sent after the change, inside its transaction."""

from django.dispatch import Signal

person_deactivated = Signal()  # person
way_in_changed = Signal()  # person, by: staff gave them another address, or took their second factor away
role_changed = Signal()  # person, role, held (True when granted, False when ended)
agreement_withdrawn = Signal()  # person, document
about_me_changed = Signal()  # person; what they show of themselves, or to whom
