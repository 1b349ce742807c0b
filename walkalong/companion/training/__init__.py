"""How the companion's model is made and measured. Nothing here is imported while the product runs."""
