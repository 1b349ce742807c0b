from django.urls import URLPattern, path

from walkalong.journey.story.views import own, pair

urlpatterns: list[URLPattern] = [
    path("story/", own.story, name="story"),
    path("story/tell/", own.tell, name="story_tell"),
    path("story/introduction/", own.introduction, name="story_introduction"),
    path("story/<uuid:piece_id>/", own.piece, name="story_piece"),
    path("story/<uuid:piece_id>/back/", own.take_back, name="story_take_back"),
    path("story/<uuid:piece_id>/remove/", own.remove, name="story_remove"),
    path("with/<uuid:match_id>/story/", pair.pair_story, name="pair_story"),
    path("with/<uuid:match_id>/story/mine/", pair.pair_seen, name="pair_seen"),
    path("with/<uuid:match_id>/story/picture/", pair.pair_picture, name="pair_picture"),
]
