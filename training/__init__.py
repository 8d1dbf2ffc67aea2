"""How the reading model is made. Never imported by the package."""
