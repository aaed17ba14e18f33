"""Addresses of the room. None of them ever holds a personal fact."""

from django.urls import path

from .views import ask, book, calculator, compare, hall

app_name = "advice"
urlpatterns = [
    path("law/", hall.hall, name="hall"),
    path("law/book/", book.contents, name="contents"),
    path("law/book/figures/", book.figures, name="figures"),
    path("law/book/rulings/", book.rulings, name="rulings"),
    path("law/book/search/", book.search, name="search"),
    path("law/book/<slug:name>/", book.article, name="article"),
    path("law/ask/<slug:name>/", ask.ask_article, name="ask"),
    path("law/compare/", compare.compare, name="compare"),
    path("law/<slug:code>/", calculator.calculator, name="calculator"),
]
