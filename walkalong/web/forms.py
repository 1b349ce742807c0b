"""`{{ form }}` anywhere, allauth's pages included, comes out in our own field markup."""

from django.forms.renderers import TemplatesSetting


class WarmRenderer(TemplatesSetting):
    form_template_name = "web/form.html"
    field_template_name = "web/field.html"
