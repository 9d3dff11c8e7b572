import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/graphiql.css';

const query = `# Which pages say that the gas price doubled, and do they agree on the price before?
{
  priceChange(id: "2022-01-01-lpg-mangystau-doubled") {
    title
    status
    figures { field low best { min max } high agreement }
    claims { source { publisher url } stance values }
  }
}
`;

createRoot(document.getElementById('graphiql')).render(<GraphiQL fetcher={createGraphiQLFetcher({ url: '/graphql' })} defaultQuery={query} />);
