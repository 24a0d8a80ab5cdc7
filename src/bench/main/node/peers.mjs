// Times json-rules-engine and GoRules zen on the common rules: node peers.mjs COMMON.json
// Prints a line for each engine: its name, microseconds a client, and the rules that fired for each client.
import { readFileSync } from "node:fs";
import { Engine } from "json-rules-engine";
import { ZenEngine } from "@gorules/zen-engine";

const { rules, clients } = JSON.parse(readFileSync(process.argv[2]));

function jsonRules() {
  const operators = {
    EQ: "equal", NE: "notEqual", IN: "in", NOT_IN: "notIn", CONTAINS: "contains", NOT_CONTAINS: "lacks",
    LT: "lessThan", LE: "lessThanInclusive", GT: "greaterThan", GE: "greaterThanInclusive",
  };
  const condition = (c) =>
    c.all ? { all: c.all.map(condition) }
    : c.any ? { any: c.any.map(condition) }
    : {
        fact: `${c.type}.${c.field}`,
        operator: operators[c.op],
        value: ["IN", "NOT_IN"].includes(c.op) ? c.values : c.values[0],
      };
  const engine = new Engine([], { allowUndefinedFacts: true });
  // Its own doesNotContain is false where nothing was answered.
  engine.addOperator("lacks", (given, value) => !(Array.isArray(given) && given.includes(value)));
  rules.forEach((rule, number) =>
    engine.addRule({ conditions: condition(rule), event: { type: "fired", params: { number } } }));
  const flat = (client) =>
    Object.fromEntries(
      Object.entries(client).flatMap(([type, fields]) =>
        Object.entries(fields).map(([field, value]) => [`${type}.${field}`, value])));
  return {
    name: "json-rules-engine 7.3.1",
    clients: clients.map(flat),
    fired: async (client) => (await engine.run(client)).events.map((e) => e.params.number),
  };
}

function zen() {
  const literal = (value) => (typeof value === "string" ? `'${value}'` : String(value));
  const test = ({ type, field, op, values }) => {
    const given = `${type}.${field}`;
    const list = `[${values.map(literal).join(", ")}]`;
    const has = `(${given} != null and contains(${given}, ${literal(values[0])}))`;
    switch (op) {
      case "EQ": return `${given} == ${literal(values[0])}`;
      case "NE": return `${given} != ${literal(values[0])}`;
      case "IN": return `${given} in ${list}`;
      case "NOT_IN": return `not (${given} in ${list})`;
      case "CONTAINS": return has;
      case "NOT_CONTAINS": return `not ${has}`;
      default: {
        const sign = { LT: "<", LE: "<=", GT: ">", GE: ">=" }[op];
        return `(${given} != null and ${given} ${sign} ${literal(values[0])})`;
      }
    }
  };
  const expression = (c) =>
    c.all ? (c.all.length ? `(${c.all.map(expression).join(" and ")})` : "true")
    : c.any ? `(${c.any.map(expression).join(" or ")})`
    : test(c);
  const position = { x: 0, y: 0 };
  const decision = new ZenEngine().createDecision({
    contentType: "application/vnd.gorules.decision",
    nodes: [
      { id: "in", name: "in", type: "inputNode", position },
      {
        id: "rules", name: "rules", type: "decisionTableNode", position,
        content: {
          hitPolicy: "collect",
          inputs: [{ id: "when", name: "when" }],
          outputs: [{ id: "then", name: "then", field: "number" }],
          rules: rules.map((rule, number) => ({ _id: `r${number}`, when: expression(rule), then: `${number}` })),
        },
      },
      { id: "out", name: "out", type: "outputNode", position },
    ],
    edges: [
      { id: "a", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "b", sourceId: "rules", targetId: "out", type: "edge" },
    ],
  });
  return {
    name: "GoRules zen 0.54.0",
    clients,
    fired: async (client) => (await decision.evaluate(client)).result.map((r) => r.number),
  };
}

for (const engine of [jsonRules(), zen()]) {
  const fired = [];
  for (const client of engine.clients) fired.push(await engine.fired(client));
  let passes = 0;
  const begin = process.hrtime.bigint();
  let now = begin;
  while (passes < 1 || now - begin < 3_000_000_000n) {
    for (const client of engine.clients) await engine.fired(client);
    passes++;
    now = process.hrtime.bigint();
  }
  const micros = Number(now - begin) / 1e3 / passes / engine.clients.length;
  console.log(JSON.stringify({ name: engine.name, micros, fired }));
}
