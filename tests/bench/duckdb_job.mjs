// The comparable part of nceplan's job as a general engine does it best: category by name, renewal = end + 1 day, roll
// forward by the term, window, phase, pre-order date; nine columns of CSV.
//   node duckdb_job.mjs plan|sorted|summary|start IN OUT THREADS csv|ndjson|json
// No bundles, blockers, duplicates, accounting or diagnostics. `start` reads nothing: what node and the engine cost
// before the job begins. DUCKDB_HOME: the folder that has node_modules.
import { createRequire } from 'node:module';

const { DuckDBInstance } = createRequire(process.env.DUCKDB_HOME + '/')('@duckdb/node-api');
const [variant, input, output, threads = '2', format = 'csv'] = process.argv.slice(2);

const csvColumns = [
  'PartnerTenantId', 'IndirectResellerMpnId', 'CustomerName', 'CustomerTenantId', 'LegacySubscriptionId',
  'LegacySubscriptionName', 'LegacyProductName', 'ExpirationDate', 'AutoRenewEnabled', 'MigrationEligible', 'NcePsa',
  'CurrentTerm', 'CurrentBillingPlan', 'CurrentSeatCount', 'StartNewTermInNce', 'Term', 'BillingPlan', 'SeatCount',
  'CustomTermEndDate', 'AddOn', 'BaseSubscriptionId', 'MigrationIneligibilityReason',
];
const columnsInUse = [
  'CustomerName', 'LegacySubscriptionId', 'LegacyProductName', 'ExpirationDate', 'CurrentTerm', 'CurrentSeatCount',
];
const typeOf = name => ({ ExpirationDate: 'TIMESTAMP', CurrentSeatCount: 'INTEGER' })[name] ?? 'VARCHAR';
const columnTypes = names => '{' + names.map(n => `'${n}': '${typeOf(n)}'`).join(', ') + '}';
const structType = names => 'STRUCT(' + names.map(n => `${n} ${typeOf(n)}`).join(', ') + ')';

// Types are given and the CSV dialect is not sniffed: each of these makes DuckDB faster. In CSV all columns must be
// declared, those that are not used are skipped by its projection. JSON declares only what is used.
const sources = {
  csv: `read_csv('${input}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
                 timestampformat = '%m/%d/%Y %H:%M:%S', columns = ${columnTypes(csvColumns)})`,
  ndjson: `read_json('${input}', format = 'newline_delimited', columns = ${columnTypes(columnsInUse)})`,
  json: `(SELECT unnest(items, recursive := true)
          FROM read_json('${input}', format = 'unstructured', maximum_object_size = 2000000000,
                         columns = {totalCount: 'BIGINT', items: '${structType(columnsInUse)}[]'}))`,
};

const nameHas = (...words) => '(' + words.map(w => `contains(LegacyProductName, '${w}')`).join(' OR ') + ')';

const planned = `
WITH classified AS (
  SELECT *,
    CAST(ExpirationDate AS DATE) + 1 AS renewal,
    CASE CurrentTerm WHEN 'P1M' THEN 1 WHEN 'P3Y' THEN 36 ELSE 12 END AS step,
    CASE WHEN ${nameHas('faculty', 'student', 'A1', 'A3', 'A5')} THEN 'education'
         WHEN ${nameHas('Nonprofit')} THEN 'nonprofit'
         WHEN ${nameHas('GCC')} THEN 'gcc'
         WHEN ${nameHas('6 year', '3 year')} THEN 'multi_year'
         ELSE 'commercial' END AS category
  FROM ${sources[format]}),
early AS (
  SELECT *, greatest(0, 2024 * 12 - (year(renewal) * 12 + month(renewal) - 1)) AS months_early FROM classified),
migrating AS (
  SELECT *,
    CASE WHEN months_early = 0 THEN renewal
         ELSE CAST(renewal + to_months(CAST(((months_early + step - 1) // step) * step AS INTEGER)) AS DATE)
    END AS migration
  FROM early),
planned AS (
  SELECT CustomerName, LegacySubscriptionId, LegacyProductName, category, migration, migration + 7 AS window_end,
    CASE WHEN migration + 7 <= DATE '2024-03-15' THEN 'window_closed'
         WHEN migration <= DATE '2024-03-15' THEN 'window_open'
         ELSE 'open' END AS phase,
    migration - 60 AS preorder_from, CurrentSeatCount
  FROM migrating)`;

const queries = {
  plan: `${planned} SELECT * FROM planned`,
  sorted: `${planned} SELECT * FROM planned ORDER BY migration, CustomerName`,
  summary: `${planned} SELECT left(CAST(migration AS VARCHAR), 7) AS month, category, phase, count(*) AS n
            FROM planned GROUP BY ALL ORDER BY ALL`,
  start: 'SELECT 1',
};

const connection = await (await DuckDBInstance.create(':memory:', { threads })).connect();
if (variant !== 'plan') await connection.run('SET preserve_insertion_order = false');
await connection.run(`COPY (${queries[variant]}) TO '${output}' (FORMAT csv, HEADER)`);
