// Times the engines that run in Node: node peers.mjs ENGINE WORKLOAD.json RESULT.json CHECK_SECONDS ROUNDS ROUND_MILLIS
// What decides otherwise than expected is not timed. Prints nothing where all is well.
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const [engineName, workloadFile, resultFile, checkSeconds, rounds, roundMillis] = process.argv.slice(2);
const workload = JSON.parse(readFileSync(workloadFile, 'utf8'));
const property = path => path.slice(path.indexOf('.') + 1);

// A visit as flat facts, and each of its lines with the facts of the visit.
function flat(visit) {
  const whole = {};
  for (const [path, fact] of Object.entries(visit.facts)) whole[property(path)] = fact;
  const lines = visit.lines.map(line => {
    const facts = { ...whole };
    for (const [path, fact] of Object.entries(line)) facts[property(path)] = fact;
    return facts;
  });
  return { whole, lines };
}

// Awards in the order of the rules.
class Awards {
  points = new Map();

  add(rule, cents) {
    const { perEuro, points } = workload.rules[rule].gives;
    const more = perEuro ? points * Math.floor(cents / 100) : points;
    this.points.set(rule, (this.points.get(rule) ?? 0) + more);
  }

  outcome() {
    return [...this.points.keys()].sort((a, b) => a - b).map(rule => [workload.rules[rule].id, this.points.get(rule)]);
  }
}

async function zen() {
  const { ZenEngine } = await import('@gorules/zen-engine');
  const cell = test => {
    switch (test.type) {
      case 'is': return `"${test.text}"`;
      case 'atLeast': return `>= ${test.number}`;
      case 'within': return `[${test.from}..${test.below})`;
      case 'not': return `!= "${test.test.text}"`;
      default: throw new Error(test.type);
    }
  };
  const pathOf = test => (test.type === 'not' ? test.test.path : test.path);
  const table = (perLine, id) => {
    const own = workload.rules.map((rule, index) => ({ rule, index })).filter(each => each.rule.perLine === perLine);
    const columns = [...new Set(own.flatMap(each => each.rule.tests).filter(t => t.type !== 'either').map(pathOf))];
    const either = own.some(each => each.rule.tests.some(t => t.type === 'either'));
    const inputs = columns.map((path, i) => ({ id: `c${i}`, name: property(path), field: property(path) }));
    if (either) inputs.push({ id: 'either', name: 'either' });
    const rules = own.map(({ rule, index }) => {
      const row = { _id: `row${index}`, out: `${index}` };
      columns.forEach((path, i) => {
        const test = rule.tests.find(t => t.type !== 'either' && pathOf(t) === path);
        row[`c${i}`] = test ? cell(test) : '';
      });
      if (either) {
        const test = rule.tests.find(t => t.type === 'either');
        row.either = test ? test.tests.map(t => `${property(t.path)} == "${t.text}"`).join(' or ') : '';
      }
      return row;
    });
    return {
      id, type: 'decisionTableNode', name: id, position: { x: 0, y: 0 },
      content: {
        hitPolicy: 'collect', inputs, outputs: [{ id: 'out', name: 'rule', field: 'rule' }], rules,
        passThrough: false, inputField: perLine ? 'lines' : 'whole', outputPath: perLine ? 'lineRules' : 'wholeRules',
        executionMode: perLine ? 'loop' : 'single',
      },
    };
  };
  const node = (id, type) => ({ id, type, name: id, position: { x: 0, y: 0 }, content: {} });
  const edge = (from, to) => ({ id: `${from}-${to}`, type: 'edge', sourceId: from, targetId: to });
  const graph = {
    nodes: [node('in', 'inputNode'), table(false, 'whole'), table(true, 'lines'), node('out', 'outputNode')],
    edges: [edge('in', 'whole'), edge('in', 'lines'), edge('whole', 'out'), edge('lines', 'out')],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  return async visit => {
    const { result } = await decision.evaluate(visit);
    const awards = new Awards();
    for (const hit of result.wholeRules ?? []) awards.add(hit.rule, visit.whole.amount);
    (result.lineRules ?? []).forEach((hits, line) => {
      for (const hit of hits) awards.add(hit.rule, visit.lines[line].amount);
    });
    return awards.outcome();
  };
}

async function jsonRules() {
  const { Engine } = await import('json-rules-engine');
  const conditions = test => {
    switch (test.type) {
      case 'is': return [{ fact: property(test.path), operator: 'equal', value: test.text }];
      case 'atLeast': return [{ fact: property(test.path), operator: 'greaterThanInclusive', value: test.number }];
      case 'within': return [
        { fact: property(test.path), operator: 'greaterThanInclusive', value: test.from },
        { fact: property(test.path), operator: 'lessThan', value: test.below },
      ];
      case 'either': return [{ any: test.tests.flatMap(conditions) }];
      case 'not': return [{ not: { all: conditions(test.test) } }];
      default: throw new Error(test.type);
    }
  };
  const of = perLine => {
    const engine = new Engine();
    workload.rules.forEach((rule, index) => {
      if (rule.perLine === perLine)
        engine.addRule({ conditions: { all: rule.tests.flatMap(conditions) }, event: { type: rule.id, params: { index } } });
    });
    return engine;
  };
  const whole = of(false);
  const lines = of(true);
  return async visit => {
    const awards = new Awards();
    for (const event of (await whole.run(visit.whole)).events) awards.add(event.params.index, visit.whole.amount);
    for (const line of visit.lines)
      for (const event of (await lines.run(line)).events) awards.add(event.params.index, line.amount);
    return awards.outcome();
  };
}

const decide = await { zen, 'json-rules-engine': jsonRules }[engineName]();
const visits = workload.visits.map(flat);
let checked = 0;
const end = performance.now() + checkSeconds * 1000;
for (const visit of visits) {
  const found = JSON.stringify(await decide(visit));
  const due = JSON.stringify(workload.expected[checked]);
  if (found !== due) throw new Error(`${engineName} decides visit ${checked} as ${found}, not as ${due}.`);
  checked++;
  if (performance.now() > end) break;
}
const times = [];
let next = 0;
for (let round = 0; round < rounds; round++) {
  const begin = performance.now();
  let count = 0;
  while (performance.now() - begin < roundMillis) {
    await decide(visits[next++ % visits.length]);
    count++;
  }
  times.push(((performance.now() - begin) * 1000) / count);
}
times.sort((a, b) => a - b);
const column = `${workload.workload} ${workload.rules.length}`;
writeFileSync(resultFile, JSON.stringify([
  { table: 'decision', row: engineName, column, value: times[times.length >> 1], unit: 'µs, median of the rounds' },
  { table: 'checked', row: engineName, column, value: checked, unit: 'visits' },
]));
