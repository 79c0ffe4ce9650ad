// Numbers that can be asked, and pages that load themselves anew. No network, no library.
(function () {
  "use strict";
  var self = document.currentScript;
  // What is open: the number, its card, and whether it stays open when the pointer leaves.
  var open = null;
  var timer = 0;

  function cardOf(ask) {
    return document.getElementById("ask-" + ask.dataset.ask);
  }

  function askAt(target) {
    return target instanceof Element ? target.closest("[data-ask]") : null;
  }

  // Below the number, or above it where there is no room; never outside of the window.
  function place(ask, card) {
    if (window.matchMedia("(max-width: 40rem)").matches) {
      card.style.left = card.style.top = "";
      return;
    }
    var rects = ask.getClientRects();
    var at = rects.length ? rects[rects.length - 1] : ask.getBoundingClientRect();
    var gap = 8;
    var width = card.offsetWidth;
    var height = card.offsetHeight;
    var left = Math.min(at.left, window.innerWidth - width - gap);
    var below = at.bottom + gap;
    var above = at.top - gap - height;
    var fits = below + height <= window.innerHeight - gap;
    var top = fits || above < gap ? Math.min(below, window.innerHeight - height - gap) : above;
    card.style.left = Math.max(gap, left) + "px";
    card.style.top = Math.max(gap, top) + "px";
  }

  // On a narrow screen the card lies at the bottom: the number moves up above it.
  function uncover(ask, card) {
    var over = ask.getBoundingClientRect().bottom - (window.innerHeight - card.offsetHeight - 16);
    var isSheet = window.matchMedia("(max-width: 40rem)").matches;
    if (isSheet && over > 0) window.scrollBy({ top: over, behavior: "instant" });
  }

  function show(ask, stays) {
    clearTimeout(timer);
    var card = cardOf(ask);
    if (!card) return;
    if (open && open.ask === ask) {
      open.stays = open.stays || stays;
      return;
    }
    close();
    if (card.showPopover) {
      try { card.showPopover({ source: ask }); } catch (_) { card.showPopover(); }
    }
    place(ask, card);
    uncover(ask, card);
    card.scrollTop = 0;
    ask.setAttribute("aria-expanded", "true");
    open = { ask: ask, card: card, stays: stays };
  }

  function close() {
    clearTimeout(timer);
    if (!open) return;
    if (open.card.hidePopover && open.card.matches(":popover-open")) open.card.hidePopover();
    open.ask.setAttribute("aria-expanded", "false");
    open = null;
  }

  function later(action, wait) {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var ask = askAt(event.target);
    if (ask) {
      // A card that was opened on purpose stays until it is closed.
      if (!open || !open.stays) later(function () { show(ask, false); }, 120);
    } else if (open && open.card.contains(event.target)) {
      clearTimeout(timer);
    } else if (open && !open.stays) {
      later(close, 250);
    } else {
      clearTimeout(timer);
    }
  });

  document.addEventListener("click", function (event) {
    var ask = askAt(event.target);
    if (ask) {
      if (open && open.ask === ask && open.stays) close();
      else show(ask, true);
    } else if (open && event.target instanceof Element) {
      var closes = event.target.closest(".close");
      if (closes) {
        var back = open.ask;
        close();
        back.focus({ preventScroll: true });
        close();
      } else if (!open.card.contains(event.target)) {
        close();
      }
    }
  });

  document.addEventListener("focusin", function (event) {
    var ask = askAt(event.target);
    if (ask && ask.matches(":focus-visible")) show(ask, false);
    else if (open && !open.card.contains(event.target) && event.target !== open.ask) close();
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && open) {
      var ask = open.ask;
      var inside = open.card.contains(document.activeElement);
      close();
      if (inside) {
        ask.focus({ preventScroll: true });
        close();
      }
      event.preventDefault();
      return;
    }
    var at = askAt(event.target);
    if (at && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      if (open && open.ask === at && open.stays) {
        close();
        return;
      }
      show(at, true);
      if (open) {
        var first = open.card.querySelector("button, a, [tabindex]");
        if (first) first.focus({ preventScroll: true });
      }
    }
  });

  window.addEventListener("scroll", function () {
    if (!open) return;
    var isSheet = window.matchMedia("(max-width: 40rem)").matches;
    if (open.stays || isSheet) place(open.ask, open.card);
    else close();
  }, { passive: true });
  window.addEventListener("resize", function () {
    if (open) place(open.ask, open.card);
  });

  // `#ask=ID` opens the answer of a number.
  function fromAddress() {
    var hash = decodeURIComponent(location.hash);
    if (hash.indexOf("#ask=") !== 0) return;
    var id = hash.slice(5);
    var all = document.querySelectorAll("[data-ask]");
    for (var i = 0; i < all.length; i++) {
      if (all[i].dataset.ask === id) {
        all[i].scrollIntoView({ block: "center", behavior: "instant" });
        show(all[i], true);
        return;
      }
    }
  }
  window.addEventListener("hashchange", fromAddress);
  fromAddress();

  // The number of the build is asked for through a script tag: a page from a disk can read no
  // other file.
  var number = null;
  function poll() {
    var script = document.createElement("script");
    script.src = self.dataset.build + "?" + Date.now();
    script.onload = script.onerror = function () { script.remove(); };
    document.head.appendChild(script);
  }
  var ticking = 0;
  window.mlsysimBuild = function (state) {
    var says = document.getElementById("build");
    if (number !== null && number !== state.number) {
      location.reload();
      return;
    }
    number = state.number;
    says.textContent = state.failure || "";
    if (state.watched && !ticking) ticking = setInterval(poll, 1000);
    if (!state.watched) {
      clearInterval(ticking);
      ticking = 0;
    }
  };
  poll();
})();
