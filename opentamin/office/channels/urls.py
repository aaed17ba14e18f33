"""Address of the page of one's own e-mail and phone."""

from django.urls import path

from .views.contacts import contacts

app_name = "channels"
urlpatterns = [path("account/contacts/", contacts, name="contacts")]
