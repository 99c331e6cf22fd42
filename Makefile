# edgekit's words for building, trying, checking and installing. Recipes are one line each; what
# needs more is a script. GNU variables: prefix, DESTDIR, and SWIFT for another toolchain.

SWIFT = swift
prefix = /usr/local
bindir = $(prefix)/bin
mandir = $(prefix)/share/man
bashdir = $(prefix)/share/bash-completion/completions
zshdir = $(prefix)/share/zsh/site-functions
fishdir = $(prefix)/share/fish/vendor_completions.d
binary = .build/release/edgekit

export SWIFT

.PHONY: build libraries demo test check bench man rules mapping format update-fixtures install uninstall clean

# One static, stripped executable.
build: libraries
	@scripts/build

# libyaml and libjansson; takes no time when they are there.
libraries:
	@scripts/install-libraries

# A sample from YAML to deployment.json.
demo: build
	@scripts/demo

test: libraries
	$(SWIFT) test

# Exactly what CI runs.
check: libraries
	@scripts/check

bench: build
	@scripts/bench

# Makes the manual pages from the declarations of the options, the rules and the mappings.
man: libraries
	@scripts/make-man

# Makes the pages about the rules from their declarations.
rules: libraries
	@scripts/make-rules

# Makes the page about the mappings from their declarations.
mapping: libraries
	@scripts/make-mapping

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

# Rewrites expectations to what comes out now, and fails so that nobody does it by accident.
update-fixtures: libraries
	EDGEKIT_UPDATE_FIXTURES=1 $(SWIFT) test

install: build
	@scripts/install "$(binary)" "$(DESTDIR)$(bindir)" "$(DESTDIR)$(mandir)" "$(DESTDIR)$(bashdir)" "$(DESTDIR)$(zshdir)" "$(DESTDIR)$(fishdir)"

uninstall:
	rm -f "$(DESTDIR)$(bindir)/edgekit" "$(DESTDIR)$(mandir)"/man1/edgekit.1 "$(DESTDIR)$(mandir)"/man1/edgekit-*.1 "$(DESTDIR)$(mandir)"/man7/edgekit-*.7 "$(DESTDIR)$(bashdir)/edgekit" "$(DESTDIR)$(zshdir)/_edgekit" "$(DESTDIR)$(fishdir)/edgekit.fish"

clean:
	$(SWIFT) package clean
