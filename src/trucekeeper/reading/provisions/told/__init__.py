"""What reports tell of the terms of agreements, plans and demands; `reports.read_report` reads them."""
