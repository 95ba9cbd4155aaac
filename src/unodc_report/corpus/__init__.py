"""Many reports: read by several processes into one Parquet data set (extra `arrow`)."""
