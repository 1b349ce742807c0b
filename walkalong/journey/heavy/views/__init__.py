"""The pages of heavy days and hope boxes."""
