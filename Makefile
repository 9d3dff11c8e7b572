# Tasks for contributors. Each is one command that also works without make.
.PHONY: run test lint format contracts screenshots bench overload mutate ci

run: ## Compile the seeds and serve the facts
	dotnet run --project src/KzFacts.Api

test: ## Install what the tests need, and run all tests
	./test.sh

lint: ## Check the seeds
	dotnet run --project src/KzFacts.Cli -- lint

format: ## Format the code
	dotnet format KzFacts.sln

contracts: ## Accept the present OpenAPI document and GraphQL schema
	UPDATE_CONTRACTS=1 ./test.sh --filter-class '*PublishedContractTests'

screenshots: ## Take the pictures of the pages again
	UPDATE_SCREENSHOTS=1 ./test.sh --filter-class '*ContactSheetTests'

bench: ## Measure the speed
	dotnet run -c Release --project tests/KzFacts.Benchmarks

overload: ## Measure the server under overload
	dotnet run -c Release --project tests/KzFacts.Benchmarks -- overload

mutate: ## Change the code in many places, and see whether a test fails (Derivation, then Checking and Querying)
	dotnet tool restore
	cd tests/KzFacts.Tests && MUTATION=true dotnet stryker -f stryker-compiler.json
	cd tests/KzFacts.Tests && MUTATION=true dotnet stryker -f stryker-data.json

ci: ## Run what a change must pass
	.ci/run
