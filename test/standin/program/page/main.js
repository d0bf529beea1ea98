document.body.append(`api ${typeof window.api}`);
