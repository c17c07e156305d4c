"""The geometry of charts: where each mark, label and line stands, for every view alike. No markup."""
