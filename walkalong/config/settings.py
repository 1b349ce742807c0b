"""Every setting of Walkalong, read from the environment. docs/settings.md explains each one.

The product starts with none of them set.
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import FileAwareEnv

from walkalong.config import keys
from walkalong.config.numbers import whole

env = FileAwareEnv()  # NAME_FILE may hold the value of NAME

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.str("WALKALONG_DATA_DIR", "var")).resolve()
DEMO = env.bool("WALKALONG_DEMO", False)
DEBUG = env.bool("WALKALONG_DEBUG", False)
PORT = whole(env, "PORT", 8000, least=1, most=65_535)
SITE_URL = env.str("WALKALONG_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
HTTPS = SITE_URL.startswith("https://")
TESTING = env.bool("WALKALONG_TESTING", False)

# --- Secrets and keys -------------------------------------------------------------------------
SECRET_KEY = env.str("WALKALONG_SECRET_KEY", "") or keys.local_secret(DATA_DIR / "keys" / "secret_key")
MASTER_KEYS: list[str] = env.list("WALKALONG_MASTER_KEYS", [])
MASTER_KEY_FILE = DATA_DIR / "keys" / ("demo.key" if DEMO else "master.key")

# --- Where it is reached ----------------------------------------------------------------------
_host = urlsplit(SITE_URL).hostname or ""
if not _host or not SITE_URL.startswith(("http://", "https://")):
    raise ImproperlyConfigured("WALKALONG_URL cannot be read. It looks like https://walk.example.org.")
ALLOWED_HOSTS = [_host, *env.list("WALKALONG_EXTRA_HOSTS", [])]
if _host in {"127.0.0.1", "localhost"}:
    ALLOWED_HOSTS += ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [SITE_URL] if HTTPS else []
CSRF_FAILURE_VIEW = "walkalong.web.views.csrf_failure"
CSRF_COOKIE_HTTPONLY = False
CSRF_COOKIE_SAMESITE = SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
TRUSTED_PROXY_COUNT = whole(env, "WALKALONG_TRUSTED_PROXIES", 1 if HTTPS else 0, least=0, most=10)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "media-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- Rooms ------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "rules",
    "django_tasks",
    "django_tasks_db",
    "walkalong.foundation.crypto",
    "walkalong.foundation.audit",
    "walkalong.foundation.jobs",
    "walkalong.foundation.realtime",
    "walkalong.web",
    "walkalong.people",
    "walkalong.notices",
    "walkalong.joining",
    "walkalong.matching",
    "walkalong.safety",
    "walkalong.conversation",
    "walkalong.journey",
    "walkalong.care",
    "walkalong.home",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "walkalong.config.access_log.AccessLog",
    "walkalong.config.health.Health",
    "django.middleware.security.SecurityMiddleware",
    "walkalong.web.middleware.ContentPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "walkalong.foundation.session_cookie.Sessions",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "walkalong.web.middleware.TypedTextSurvives",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "walkalong.foundation.audit.middleware.Origin",
    "walkalong.web.middleware.SecurityHeaders",
    "walkalong.web.middleware.ReaderZone",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "walkalong.web.middleware.KindWhenRefused",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "walkalong.people.middleware.StaffSecondFactor",
]

ROOT_URLCONF = "walkalong.config.urls"
WSGI_APPLICATION = "walkalong.config.asgi.wsgi_application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # web stands before allauth so that its pages wear our design
        "DIRS": [BASE_DIR / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "walkalong.web.context.shell",
            ],
        },
    }
]
FORM_RENDERER = "walkalong.web.forms.WarmRenderer"

# --- Storage ----------------------------------------------------------------------------------
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
_sqlite_file = DATA_DIR / ("demo.sqlite3" if DEMO else "walkalong.sqlite3")
if DEMO and env.str("DATABASE_URL", ""):
    raise ImproperlyConfigured(
        "The demo never touches another database: unset DATABASE_URL or WALKALONG_DEMO."
    )
DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{_sqlite_file}")}
_database = DATABASES["default"]
_database["CONN_MAX_AGE"] = None  # a few lasting threads, each with its connection
_database["ATOMIC_REQUESTS"] = False
if _database["ENGINE"].endswith("sqlite3"):
    _database["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}  # on disk, where writers wait for each other
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL: what was acknowledged is on the disk. secure_delete: what was erased is not.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
        " PRAGMA mmap_size=134217728; PRAGMA cache_size=-16000;",
    }
else:
    _database["CONN_HEALTH_CHECKS"] = True

REDIS_URL = env.str("REDIS_URL", "")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 10_000}}
}

MEDIA_DIR = DATA_DIR / ("demo-media" if DEMO else "media")
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS: list[Path] = []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING  # nothing is collected then
        else "walkalong.config.static.HashedStatic"
    },
}
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 12_000_000  # a picture is re-encoded in memory and never lies on disk in clear
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# --- Jobs -------------------------------------------------------------------------------------
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default"],
        "OPTIONS": {"id_function": "walkalong.foundation.ids.uuid7"},
    }
}
WORKER_IN_PROCESS = env.bool("WALKALONG_WORKER_IN_PROCESS", True)

# --- People and signing in --------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
# the address is unique whatever its case, by a constraint on lower(email), which the check does not see
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = ["walkalong.people.backend.PersonBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_COOKIE_AGE = int(timedelta(days=60).total_seconds())
ACCOUNT_ADAPTER = "walkalong.people.adapter.AccountAdapter"
ACCOUNT_USER_DISPLAY = "walkalong.people.adapter.display"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # and nobody signs up uninvited: see the adapter
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # mail is slow in some places
ACCOUNT_EMAIL_VERIFICATION = "mandatory"  # a changed address counts only once its code was typed
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # to nobody: see the adapter; it makes both answers cost the same
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_CHANGE_EMAIL = True
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT
MFA_FORMS = {"add_webauthn": "walkalong.people.forms.Passkey"}
MFA_ADAPTER = "walkalong.people.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "Walkalong"
USERSESSIONS_ADAPTER = "walkalong.people.adapter.SessionsAdapter"
USERSESSIONS_TRACK_ACTIVITY = False

# --- Mail -------------------------------------------------------------------------------------
_email_url = env.str("EMAIL_URL", "")
MAIL_CONFIGURED = bool(_email_url)
if MAIL_CONFIGURED:
    _email = env.dj_email_url("EMAIL_URL")
    if "EMAIL_BACKEND" not in _email:
        raise ImproperlyConfigured(
            "EMAIL_URL cannot be read. It looks like smtp+tls://user:password@mail.example.org:587."
        )
    EMAIL_BACKEND = env.str("WALKALONG_EMAIL_BACKEND", _email["EMAIL_BACKEND"])
    EMAIL_HOST = _email["EMAIL_HOST"]
    EMAIL_PORT = _email["EMAIL_PORT"]
    EMAIL_HOST_USER = _email["EMAIL_HOST_USER"]
    EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_PASSWORD"]
    EMAIL_USE_TLS = _email["EMAIL_USE_TLS"]
    EMAIL_USE_SSL = _email["EMAIL_USE_SSL"]
    EMAIL_FILE_PATH = _email["EMAIL_FILE_PATH"]
else:
    # nothing is lost before mail is set up: sign-in codes wait in a folder only the operator can read
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(DATA_DIR / "outbox")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("WALKALONG_FROM_EMAIL", f"Walkalong <no-reply@{_host}>")

# --- Language and time ------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Limits and times a programme may change --------------------------------------------------
MESSAGE_MAX_LENGTH = 10_000
MESSAGES_PER_MINUTE = whole(env, "WALKALONG_MESSAGES_PER_MINUTE", 30, least=1, most=1_000_000)
PICTURES_PER_MINUTE = whole(env, "WALKALONG_PICTURES_PER_MINUTE", 10, least=1, most=1_000_000)
PICTURE_MAX_BYTES = whole(env, "WALKALONG_PICTURE_MAX_BYTES", 10_000_000, least=100_000, most=12_000_000)
PICTURE_MAX_PIXELS = 40_000_000
TAKEN_BACK_SEALED_DAYS = 14
ENDED_MATCH_KEPT_DAYS = whole(env, "WALKALONG_ENDED_MATCH_KEPT_DAYS", 90, least=0, most=3650)
INVITATION_DAYS = whole(env, "WALKALONG_INVITATION_DAYS", 14, least=1, most=365)
AUDIT_ORIGIN_DAYS = whole(env, "WALKALONG_AUDIT_ORIGIN_DAYS", 30, least=1, most=3650)
SAFETY_RECORD_YEARS = whole(env, "WALKALONG_SAFETY_RECORD_YEARS", 6, least=1, most=100)
# while staff are there
REQUEST_ANSWER_HOURS = whole(env, "WALKALONG_REQUEST_ANSWER_HOURS", 4, least=1, most=720)
QUIET_MINUTES_BEFORE_NOTICE = whole(env, "WALKALONG_QUIET_MINUTES", 5, least=1, most=1440)

# --- Logs: structured, and never a word anybody wrote -----------------------------------------
LOG_LEVEL = env.str("WALKALONG_LOG_LEVEL", "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"structured": {"()": "walkalong.config.logs.StructuredFormatter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "structured"},
        # without any handler Python would write it to stderr itself, unstructured and with its values
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": ["console"], "level": LOG_LEVEL, "propagate": False},
        "django.server": {"handlers": ["nowhere"], "propagate": False},
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
        "uvicorn.access": {"handlers": ["nowhere"], "propagate": False},
        "uvicorn.error": {"level": "WARNING"},
    },
}
