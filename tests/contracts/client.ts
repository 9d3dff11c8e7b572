// A typed client from the OpenAPI document alone: compiled strictly, then run against the address given.
import createClient from 'openapi-fetch';
import type { paths } from './generated/kzfacts.js';

const client = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl: process.argv[2]?.replace(/\/$/, '') ?? '' });
const query = { commodity: ['lpg'], place: ['mangystau'], to: '2022-01-01', from: '2022-01-01' };
const { data, error } = await client.GET('/v1/price-changes', { params: { query } });
if (error) throw new Error(error.detail ?? error.title);
for (const price of data.items) console.log(price.id, price.before?.min, price.after?.max);
