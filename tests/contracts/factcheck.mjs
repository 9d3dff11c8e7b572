// Google's own client of the Fact Check Tools, with another base address and nothing else: node factcheck.mjs ADDRESS PARAMETERS
import { factchecktools } from '@googleapis/factchecktools';

const service = factchecktools({ version: 'v1alpha1', rootUrl: process.argv[2], auth: 'any-key' });
try {
  const { data } = await service.claims.search(JSON.parse(process.argv[3]));
  console.log(JSON.stringify(data));
} catch (error) {
  console.log(JSON.stringify({ status: error.status, message: error.message, errors: error.errors ?? null }));
}
