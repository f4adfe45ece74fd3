// A department's own worker in JavaScript, to copy from: the official client, unchanged.
//   npm install camunda-external-task-client-js@3.1.0
//   BASE_URL=http://127.0.0.1:8080 ACCOUNT=wms PASSWORD=… node worker.mjs
// The account has the department's team (department-warehouse) and its stores; the topics are taken over by
//   PUT /api/v1/departments/warehouse/taken-over?store=south  {"topics": ["warehouse.authorise-return", …]}
import { BasicAuthInterceptor, Client, Variables, logger } from 'camunda-external-task-client-js';

const { BASE_URL = 'http://127.0.0.1:8080', ACCOUNT = 'wms', PASSWORD = 'wms' } = process.env;
const login = new BasicAuthInterceptor({ username: ACCOUNT, password: PASSWORD });

const client = new Client({
  baseUrl: BASE_URL + '/engine-rest',
  interceptors: login,
  use: logger,
  maxTasks: 5,
  lockDuration: 20_000, // 10 s to 10 min
  asyncResponseTimeout: 5_000, // longer than 10 s is answered after 10 s
  interval: 100,
});

// What a request asks for comes as the task's variables (docs/departments.md); lists arrive as JSON, read. The answer
// holds the fields of the topic and nothing else. The same idempotencyKey must never do the thing twice.
const work = {
  'warehouse.authorise-return': async task => ({
    rma: 'RMA-' + task.variables.get('requestId').slice(0, 8),
    returnAddress: '1 Example Road 示例路1号',
  }),
  'warehouse.book-returned-goods': async task => ({
    booked: task.variables.get('lines').reduce((pieces, line) => pieces + line.quantity, 0),
  }),
  'warehouse.reserve-stock': async task => ({ reservation: 'RS-' + task.variables.get('requestId').slice(0, 8) }),
  'warehouse.release-stock': async () => ({ released: true }),
  'warehouse.ship': async task => {
    const to = await customer(task.variables.get('requestId'), 'Label of the parcel');
    return to.address === undefined
      ? undefined // a business no, see below
      : { trackingNumber: 'TN-' + task.variables.get('requestId').slice(0, 8), carrier: 'SF' };
  },
};

// Where to ship to stands in no variable: it is read while the request is open, and the purpose is logged.
async function customer(requestId, purpose) {
  const url = `${BASE_URL}/api/v1/department-requests/${requestId}?purpose=${encodeURIComponent(purpose)}`;
  const basic = Buffer.from(`${ACCOUNT}:${PASSWORD}`).toString('base64');
  const answer = await fetch(url, { headers: { Authorization: `Basic ${basic}` } });
  return (await answer.json()).customer ?? {};
}

for (const [topic, answer] of Object.entries(work)) {
  client.subscribe(topic, async ({ task, taskService }) => {
    try {
      const values = await answer(task);
      if (values === undefined) {
        await taskService.handleBpmnError(task, 'STOCK_UNAVAILABLE');
        return;
      }
      const variables = new Variables();
      variables.setAll(values);
      await taskService.complete(task, variables);
    } catch (failed) {
      // two more tries, a minute apart; then a person finds it in Cockpit
      await taskService.handleFailure(task, {
        errorMessage: failed.message,
        retries: (task.retries ?? 3) - 1,
        retryTimeout: 60_000,
      });
    }
  });
}
