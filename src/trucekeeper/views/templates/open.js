(function () {
  function show() {
    var id = location.hash.slice(1), on = document.querySelectorAll("mark.on"), i, at, box;
    for (i = 0; i < on.length; i++) on[i].classList.remove("on");
    at = id && document.getElementById(id);
    if (!at || id.slice(0, 2) !== "w-") return;
    for (box = at; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    on = document.querySelectorAll('mark[data-c~="' + id.slice(2) + '"]');
    for (i = 0; i < on.length; i++) on[i].classList.add("on");
    at.tabIndex = -1;  // so that a keyboard and a screen reader go on from the words, not from the link
    at.focus({ preventScroll: true });
    at.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", show);
  addEventListener("DOMContentLoaded", show);
})();
