import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/graphiql.css';

const query = `# Which pages dispute or retract a count, and which numbers do they give?
{
  tolls(filter: { status: [disputed, retracted] }, first: 3) {
    nodes {
      title
      status
      figures { field low best { min max } high agreement }
      claims { source { publisher url } stance values }
    }
  }
}
`;

const fetcher = createGraphiQLFetcher({ url: new URL('../graphql', import.meta.url).href });
createRoot(document.getElementById('graphiql')).render(<GraphiQL fetcher={fetcher} defaultQuery={query} />);
