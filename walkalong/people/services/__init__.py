"""Everything that changes people, one verb each."""

from walkalong.people.services.about import (
    Shown,
    remove_picture,
    show_picture,
    tell_about_me,
)
from walkalong.people.services.accounts import (
    change_email,
    deactivate_person,
    end_all_sessions,
    end_other_sessions,
    end_session,
    reactivate_person,
    remove_second_factor,
)
from walkalong.people.services.agreements import (
    agree,
    withdraw_agreement,
)
from walkalong.people.services.invitations import (
    Issued,
    accept_invitation,
    invite_person,
    resend_invitation,
    revoke_invitation,
)
from walkalong.people.services.profile import (
    seal_facts,
    update_profile,
)
from walkalong.people.services.programme import (
    change_programme,
    make_setup_link,
    set_up_programme,
)
from walkalong.people.services.roles import (
    end_role,
    grant_role,
)
from walkalong.people.services.sign_in_links import (
    make_sign_in_link,
    use_sign_in_link,
)

__all__ = [
    "Issued",
    "Shown",
    "accept_invitation",
    "agree",
    "change_email",
    "change_programme",
    "deactivate_person",
    "end_all_sessions",
    "end_other_sessions",
    "end_role",
    "end_session",
    "grant_role",
    "invite_person",
    "make_setup_link",
    "make_sign_in_link",
    "reactivate_person",
    "remove_picture",
    "remove_second_factor",
    "resend_invitation",
    "revoke_invitation",
    "seal_facts",
    "set_up_programme",
    "show_picture",
    "tell_about_me",
    "update_profile",
    "use_sign_in_link",
    "withdraw_agreement",
]
