"""The editorial rules, by what they are about; `verify/rules.py` lists them."""
