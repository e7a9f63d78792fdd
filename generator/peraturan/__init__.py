"""The law: how regulations are cited, and what is known of them."""
