from django.urls import URLPattern, URLResolver

from walkalong.journey.heavy.urls import urlpatterns as heavy_urls
from walkalong.journey.recall.urls import urlpatterns as recall_urls
from walkalong.journey.steps.urls import urlpatterns as steps_urls
from walkalong.journey.story.urls import urlpatterns as story_urls

app_name = "journey"
urlpatterns: list[URLPattern | URLResolver] = [*heavy_urls, *recall_urls, *steps_urls, *story_urls]
