"""Where figures come from: of what a scenario holds (`things`), of what the rules make of it (`figures`), by name."""
