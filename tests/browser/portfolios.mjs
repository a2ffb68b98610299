// Exports that the browser test plans: made here, the same each time, with invented customers.

const header = "customer_name,product_name,seats,term_end_date,term,auto_renew";
const products = [
  "Microsoft 365 Business Standard", "Microsoft 365 Business Basic", "Office 365 E3", "Office 365 E1",
  "Enterprise Mobility + Security E3", "Power BI Pro", "Visio Online Plan 2", "Project Online Professional",
  "Exchange Online (Plan 1)", "Office 365 A3 for faculty", "Dynamics 365 Customer Engagement Plan (36 mo)",
];
const firstNames = ["Nord", "Süd", "Alpen", "Elbe", "Hansa", "Fjord", "Linden", "Birken", "Stern", "Falken", "Mühlen"];
const trades = ["Logistik", "Apotheke", "Metallbau", "Verlag", "Praxis", "Brauerei", "Optik", "Spedition", "Gärtnerei"];
const forms = ["GmbH", "AG", "e. V.", "KG", "GmbH & Co. KG"];

/** A small generator of numbers (mulberry32): the same for the same seed, unlike Math.random. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const quoted = (text) => `"${String(text).replaceAll('"', '""')}"`;
const day = (offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);

/** `count` subscriptions of about a fifth as many customers, their terms ending within some 400 days. */
export function portfolio(count) {
  const pick = numbers(count);
  const one = (list) => list[pick(list.length)];
  const customers = Array.from({ length: Math.max(3, Math.ceil(count / 5)) }, (_, number) =>
    `${one(firstNames)}${one(trades).toLowerCase()} ${one(forms)}${count > 100 ? ` ${number + 1}` : ""}`);
  const rows = Array.from({ length: count }, () =>
    [quoted(one(customers)), quoted(one(products)), 1 + pick(pick(5) === 0 ? 900 : 60), day(pick(400) + 5), "P1Y",
      pick(12) === 0 ? "false" : "true"].join(","));
  return [header, ...rows, ""].join("\n");
}

/** What runs where a page is made carelessly. Each would call `window.hit()`. */
export const hostileNames = [
  "<script>window.hit()</script>",
  "</script><script>window.hit()</script>",
  "</style><script>window.hit()</script>",
  "</title><script>window.hit()</script>",
  "<img src=x onerror=window.hit()>",
  "<svg onload=window.hit()>",
  "\" onmouseover=\"window.hit()\" autofocus onfocus=\"window.hit()\" x=\"",
  "' onclick='window.hit()",
  "javascript:window.hit()",
  "{{{script}}}{{#customers}}{{/customers}}{{=<% %>=}}",
  "<!-- --><![CDATA[<script>window.hit()</script>]]>",
  "&lt;script&gt;window.hit()&lt;/script&gt;",
  "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
  "<base href='https://example.com/'><form action='https://example.com/'>",
  "<meta http-equiv=refresh content='0;url=https://example.com/'>",
  "\u202eabc\u0007\u001b[31m",
  "=HYPERLINK(\"https://example.com\")",
];

export function hostilePortfolio() {
  const rows = hostileNames.map((name, number) =>
    [quoted(name), quoted(name), 10, day(15 + number), quoted("P1Y"), "true"].join(","));
  return [header, ...rows, ""].join("\n");
}
