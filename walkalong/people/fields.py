"""Form fields this room uses in more than one form."""

from collections.abc import Callable
from functools import cache
from html import escape
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from walkalong.people import places, text

TOO_LONG = _("This is longer than we can keep (%(limit_value)d characters). Please shorten it.")


class Line(forms.CharField):
    """One line in any script, without invisible characters; trimmed."""

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.validators = [validator for validator in self.validators if not _is_null_check(validator)]
        self.validators += [text.one_line]
        _say_kindly(self)


class Name(Line):
    """The name others see."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Your name, as others see it"))
        super().__init__(max_length=text.NAME_LENGTH, **kwargs)
        self.validators[self.validators.index(text.one_line)] = text.name  # which asks one_line too
        self.widget.attrs.setdefault("autocomplete", "nickname")


class Words(forms.CharField):
    """Some lines of free words, kept as they were typed."""

    def __init__(self, *, max_length: int, rows: int = 3, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(max_length=max_length, strip=False, widget=widget, **kwargs)
        self.validators = [validator for validator in self.validators if not _is_null_check(validator)]
        self.validators += [text.no_null]
        _say_kindly(self)

    def to_python(self, value: Any) -> str:
        """A browser sends each line break as two characters: it was typed as one, and counts as one."""
        return str(super().to_python(value)).replace("\r\n", "\n")


class Address(forms.EmailField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("E-mail address"))
        super().__init__(
            max_length=254,
            error_messages={
                "invalid": _("This does not look like an e-mail address yet."),
            },
            **kwargs,
        )
        self.widget.attrs.setdefault("autocomplete", "email")
        _say_kindly(self)

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class PlaceSelect(forms.Select):
    """A select of hundreds of options, kept as text: Django would render two templates for each of them."""

    def __init__(self, options_in: Callable[[str], str], attrs: dict[str, Any]) -> None:
        super().__init__(attrs)
        self.options_in = options_in

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = f'<option value="{escape(str(value or ""))}"'
        listed = self.options_in(get_language() or "")
        if chosen in listed:
            listed = listed.replace(chosen, f"{chosen} selected", 1)
        elif places.is_time_zone(str(value)):  # an older name, kept as it is
            listed += f"{chosen} selected>{escape(str(value))}</option>"
        own = flatatt(self.build_attrs(self.attrs, {"name": name, **(attrs or {})}))
        return mark_safe(f"<select{own}>{listed}</select>")  # noqa: S308 - each part is escaped above or below


class Country(forms.ChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("The country you are in now"))
        attrs = {"autocomplete": "country", "data-place": "country"}
        super().__init__(widget=PlaceSelect(_country_options, attrs), **kwargs)
        for code in ("required", "invalid_choice"):
            self.error_messages[code] = _("Please choose a country.")

    def valid_value(self, value: Any) -> bool:
        return value in places.NAMES


class TimeZone(forms.ChoiceField):
    """Offers one name for each zone; takes any the database knows, since browsers say older ones."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Your time zone"))
        super().__init__(widget=PlaceSelect(_zone_options, {"data-place": "zone"}), **kwargs)
        self.error_messages["required"] = self.error_messages["invalid_choice"] = _(
            "Please choose a time zone."
        )

    def valid_value(self, value: Any) -> bool:
        return places.is_time_zone(str(value))


@cache
def _country_options(_language: str) -> str:
    choices = [("", str(_("Please choose"))), *places.country_choices()]
    return "".join(_option(code, words) for code, words in choices)


@cache
def _zone_options(_language: str) -> str:
    """Each zone tells its country too, so that the browser's zone can suggest one."""
    groups = []
    for area, zones in places.zone_choices():
        options = "".join(_option(zone, words, with_country=True) for zone, words in zones)
        groups.append(f'<optgroup label="{escape(area)}">{options}</optgroup>')
    return _option("", str(_("Please choose"))) + "".join(groups)


def _option(value: str, words: str, *, with_country: bool = False) -> str:
    country = places.country_of_zone().get(value) if with_country else None
    more = f' data-country="{country}"' if country else ""
    return f'<option value="{escape(value)}"{more}>{escape(words)}</option>'


def _is_null_check(validator: Any) -> bool:
    return type(validator).__name__ == "ProhibitNullCharactersValidator"


def _say_kindly(field: forms.CharField) -> None:
    field.error_messages["required"] = _("Please write something here.")
    for validator in field.validators:
        if getattr(validator, "code", "") == "max_length":
            validator.message = TOO_LONG  # type: ignore[attr-defined]
