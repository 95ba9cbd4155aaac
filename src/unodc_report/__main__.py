"""`python -m unodc_report`: the command line."""

from unodc_report.cli import main

if __name__ == "__main__":
    main()
