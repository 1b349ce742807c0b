"""Static files under names that carry their content's hash, imports between modules included."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class HashedStatic(ManifestStaticFilesStorage):
    support_js_module_import_aggregation = True
    manifest_strict = False
