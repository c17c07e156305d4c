/* A page that is opened from disk may start no worker: the worker's script runs in a hidden frame instead.
   The build writes WORDS. */
"use strict";
{
class FramedWorker extends EventTarget {
  constructor(url) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = WORDS.frame;
    document.body.append(frame);
    const inside = frame.contentWindow;
    inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    inside.importScripts = (...names) =>
      Promise.all(names.map((name) => run(frame.contentDocument, new URL(name, new URL(url, location.href)))));
    this.inside = inside;
    this.ready = run(frame.contentDocument, url);
  }
  postMessage(data) {
    this.ready.then(() => this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data })));
  }
}

function run(page, url) {
  return new Promise(function (done, failed) {
    const script = page.createElement("script");
    script.src = String(url);
    script.onload = done;
    script.onerror = failed;
    page.body.append(script);
  });
}

if (location.protocol === "file:") window.Worker = FramedWorker;
}
