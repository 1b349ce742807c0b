from django.urls import path

from walkalong.joining.views import guide, words

app_name = "joining"
urlpatterns = [
    path("guide/", guide.guide, name="guide"),
    path("guide/<slug:page_name>/", guide.page, name="page"),
    path("guide/with-or-over/<slug:situation_name>/", guide.situation, name="situation"),
    path("what-to-expect/", guide.what_to_expect, name="expect"),
    path("staff/words/", words.words, name="words"),
    path("staff/words/new/", words.add, name="add"),
    path("staff/words/<slug:words_name>/", words.change, name="change"),
    path("staff/words/<slug:words_name>/history/", words.history, name="history"),
    path("staff/words/<slug:words_name>/history/<int:number>/", words.version, name="version"),
    path("staff/words/<slug:words_name>/history/<int:number>/back/", words.go_back, name="go_back"),
    path("staff/words/<slug:words_name>/put-away/", words.put_away, name="put_away"),
]
