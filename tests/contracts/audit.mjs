// Runs the GraphQL over HTTP audit against the address given; prints what is not wholly green and the counts.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
for (const result of results.filter((result) => result.status !== 'ok'))
  console.log(result.status, result.id, result.name, result.reason ?? '');
const count = (status) => results.filter((result) => result.status === status).length;
console.log(`${count('ok')} ok, ${count('notice')} notices, ${count('warn')} warnings, ${count('error')} errors of ${results.length}`);
process.exit(count('ok') === results.length ? 0 : 1);
