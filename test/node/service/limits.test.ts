import { createServer, request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningService } from "../../../src/node/service/start-service.js";
import { desert } from "./desert.js";
import { startSmall } from "./small-service.js";

let service: RunningService;
beforeAll(async () => {
  service = await startSmall();
});
afterAll(() => service.close());

const asJson = { "Content-Type": "application/json" };
async function refused(path: string, init?: RequestInit, { url } = service): Promise<[number, string]> {
  const response = await fetch(`${url}${path}`, init);
  const { error } = await response.json();
  expect(error.message.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(error.message.en).toMatch(/[a-z].*[.?]$/s);
  expect(typeof error.details).toBe("object");
  return [response.status, error.code];
}
const send = (body: string, headers: Record<string, string> = asJson) =>
  refused("/coverage", { method: "POST", headers, body });

describe("the service refuses", () => {
  test("routes, methods and ids that are not there", async () => {
    expect(await refused("/nothing")).toEqual([404, "UNKNOWN_ROUTE"]);
    expect(await refused("/health", { method: "POST" })).toEqual([405, "METHOD_NOT_ALLOWED"]);
    expect((await fetch(`${service.url}/coverage`, { method: "PUT" })).headers.get("Allow")).toBe("GET, HEAD, POST");
    expect(await refused("/isochrone?facility=nobody")).toEqual([404, "UNKNOWN_ID"]);
    expect(await refused("/nearest?neighborhood=nobody")).toEqual([404, "UNKNOWN_ID"]);
    expect(await refused("/nearest?at=104,30&category=palace")).toEqual([404, "UNKNOWN_ID"]);
  });
  test("bad parameters", async () => {
    const wrong = ["", "?at=1", "?at=200,0", "?at=104,30&neighborhood=west", "?neighborhod=west", "?at=1,,2"];
    for (const query of wrong) expect(await refused(`/nearest${query}`), query).toEqual([400, "INVALID_ARGUMENT"]);
    for (const minutes of ["0", "a", "", "-1", "Infinity", Array(13).fill("5").join()])
      expect(await refused(`/isochrone?at=104,30&minutes=${minutes}`)).toEqual([400, "INVALID_ARGUMENT"]);
    expect(await refused("/isochrone?at=1,1")).toEqual([400, "INVALID_ARGUMENT"]);
  });
  test("bodies that are no city", async () => {
    expect(await send("{")).toEqual([400, "INVALID_JSON"]);
    expect(await send("[".repeat(200_000))).toEqual([400, "INVALID_JSON"]);
    expect(await send(`{"facilities":${"[".repeat(100_000)}${"]".repeat(100_000)}}`)).toEqual([400, "INVALID_JSON"]);
    expect(await send("[]")).toEqual([400, "INVALID_ARGUMENT"]);
    expect(await send("{}", { "Content-Type": "text/plain" })).toEqual([415, "WRONG_MEDIA_TYPE"]);
    expect(await send('{"neighborhods":[]}')).toEqual([400, "UNKNOWN_OPTION"]);
    expect(await send('{"neighborhoods":[],"facilities":[]}')).toEqual([422, "NO_NEIGHBORHOODS"]);
    expect(await send('{"neighborhoods":[],"facilities":[],"options":{"profile":"toString"}}')).toEqual([
      400,
      "INVALID_ARGUMENT",
    ]);
    expect(await send(`"${"a".repeat(1_000_001)}"`)).toEqual([413, "BODY_TOO_LARGE"]);
  });
  test("foreign hosts, and pages of other origins", async () => {
    const status = await new Promise((resolve) => {
      request(`${service.url}/health`, { headers: { Host: "evil.example" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(403);
    const headers = { Origin: "https://a.example" };
    expect((await fetch(`${service.url}/health`, { headers })).headers.get("Access-Control-Allow-Origin")).toBe(null);
    const open = await startSmall({ allowOrigin: "https://a.example" });
    const answer = await fetch(`${open.url}/health`, { headers });
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("https://a.example");
    await open.close();
  });
  test("what takes too long, and goes on serving", async () => {
    const short = await startSmall({ threads: 1, timeoutMilliseconds: 300 });
    const long = refused("/coverage", { method: "POST", headers: asJson, body: desert }, short);
    expect((await fetch(`${short.url}/health`)).status).toBe(200);
    expect(await long).toEqual([504, "TIME_IS_UP"]);
    const { working, waiting } = await (await fetch(`${short.url}/health`)).json();
    expect([working, waiting]).toEqual([0, 0]);
    await short.close();
  });
  test("more than may wait", async () => {
    const busy = await startSmall({ threads: 1, queue: 1, timeoutMilliseconds: 3000 });
    const post = () => fetch(`${busy.url}/coverage`, { method: "POST", headers: asJson, body: desert });
    const answers = await Promise.all([post(), post(), post(), post()]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 503)).toHaveLength(2);
    expect(answers.find(({ status }) => status === 503)?.headers.get("Retry-After")).toBe("1");
    await busy.close();
  });
  test("ports that are taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    await expect(startSmall({ port })).rejects.toMatchObject({ code: "CANNOT_LISTEN" });
    other.close();
  });
});

describe("a request that is given up", () => {
  test("is not worked on any longer", async () => {
    const single = await startSmall({ threads: 1 });
    const controller = new AbortController();
    const init = { method: "POST", headers: asJson, body: desert, signal: controller.signal };
    const given = fetch(`${single.url}/coverage`, init).catch(() => "aborted");
    const load = async () => (await (await fetch(`${single.url}/health`)).json()).working;
    await expect.poll(load, { timeout: 20_000 }).toBe(1);
    controller.abort();
    expect(await given).toBe("aborted");
    await expect.poll(load, { timeout: 20_000 }).toBe(0);
    expect((await fetch(`${single.url}/nearest?neighborhood=west`)).status).toBe(200);
    await single.close();
  });
});
