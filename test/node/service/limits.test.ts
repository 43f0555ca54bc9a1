import { createServer, request } from "node:http";
import { connect } from "node:net";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BodyDesk } from "../../../src/node/service/body-desk.js";
import type { RunningService } from "../../../src/node/service/start-service.js";
import { desert } from "./desert.js";
import { startSmall } from "./small-service.js";

let service: RunningService;
beforeAll(async () => {
  service = await startSmall();
});
afterAll(() => service.close());

/** Says something to the service, byte by byte, and hears its answer until it closes. */
async function talk(url: string, said: string): Promise<{ readonly status: number; readonly body: string }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined).write(said, "latin1");
  let heard = "";
  for await (const part of socket.setEncoding("utf8")) {
    heard += part;
    const [head = "", body = ""] = heard.split("\r\n\r\n");
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Infinity);
    if (Buffer.byteLength(body) >= length) break;
  }
  socket.destroy();
  return { status: Number(heard.slice(9, 12)), body: heard.split("\r\n\r\n")[1] ?? "" };
}
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
  test("requests without a host, or with one that is none, by the same error object", async () => {
    for (const host of ["Host: a b\r\n", "Host: [\r\n", "Host: evil.example\r\n", ""]) {
      const { status, body } = await talk(service.url, `GET /health HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
      expect([status >= 400 && status < 404, typeof JSON.parse(body).error.message.zh], host).toEqual([true, "string"]);
    }
    expect(JSON.parse((await talk(service.url, "NOTHING\r\n\r\n")).body).error.code).toBe("BAD_REQUEST");
    // Node reads no address in Chinese: what is to be done is told
    const { body } = await talk(service.url, "GET /nearest?category=药店 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    expect(JSON.parse(body).error).toMatchObject({
      code: "BAD_REQUEST",
      message: { en: expect.stringContaining("percent-encoded") },
    });
  });
  test("bodies that do not arrive in time, and more of them than may wait; what arrives is counted", async () => {
    const short = await startSmall({ threads: 1, queue: 1, timeoutMilliseconds: 1500 });
    const head =
      "POST /coverage HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    const slow = [talk(short.url, head), talk(short.url, head)];
    const receiving = async () => (await (await fetch(`${short.url}/health`)).json()).receiving;
    await expect.poll(receiving).toBe(2);
    const busy = await talk(short.url, head);
    expect([busy.status, JSON.parse(busy.body).error.code]).toEqual([503, "BUSY"]);
    for (const { status, body } of await Promise.all(slow))
      expect([status, JSON.parse(body).error.code]).toEqual([408, "BODY_TOO_SLOW"]);
    expect(await receiving()).toBe(0);
    await short.close();
  });
  test("bodies that together are larger than a few of the largest", async () => {
    const pool = { load: { working: 0, waiting: 0 }, places: 100 };
    const desk = new BodyDesk(pool, { maxBodyBytes: 10, timeoutMilliseconds: 60_000 });
    const request = (headers: Record<string, string>) => Object.assign(new PassThrough(), { headers });
    const held = Array.from({ length: 4 }, () => request({ "content-length": "10" }));
    const received = held.map((one) => desk.receive(one as never));
    expect(await desk.receive(request({ "content-length": "1" }) as never)).toBe("busy");
    const unsaid = request({});
    const more = desk.receive(unsaid as never);
    unsaid.write("x");
    expect(await more).toBe("busy");
    for (const one of held) one.end("0123456789");
    expect((await Promise.all(received)).map((one) => one.length)).toEqual([10, 10, 10, 10]);
    const again = request({});
    const long = desk.receive(again as never);
    again.end("01234567890");
    expect(await long).toBe("tooLarge");
  });
  test("ports that are taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    await expect(startSmall({ port })).rejects.toMatchObject({ code: "CANNOT_LISTEN" });
    other.close();
  });
});

describe("the service answers", () => {
  test("under every address of this machine", async () => {
    const other = await startSmall({ host: "127.0.0.2" });
    expect(other.url).toContain("127.0.0.2");
    expect((await fetch(`${other.url}/health`)).status).toBe(200);
    await other.close();
  });
  test("for categories by their names in both languages", async () => {
    const nearest = async (category: string) => {
      const response = await fetch(`${service.url}/nearest?neighborhood=west&category=${category}`);
      return (await response.json()).nearest?.map((one: { category: string }) => one.category);
    };
    for (const name of ["pharmacy", "药店", "Pharmacy", "PHARMACY", "药店,pharmacy"])
      expect(await nearest(encodeURIComponent(name)), name).toEqual(["pharmacy"]);
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
