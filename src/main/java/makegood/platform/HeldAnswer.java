package makegood.platform;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** An answer whose body goes straight through while all is well and is held back from status 500 on. */
class HeldAnswer extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private ServletOutputStream holding;
    private PrintWriter writer;

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    private boolean holds() {
        return getStatus() >= 500;
    }

    String text() {
        if (writer != null) {
            writer.flush();
        }
        return held.toString(StandardCharsets.UTF_8);
    }

    /** Nothing is replaced: what was held, if anything, goes out. */
    void release() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (held.size() > 0) {
            super.getOutputStream().write(held.toByteArray());
        }
    }

    void replace(int status, byte[] body) throws IOException {
        if (isCommitted()) {
            return;
        }
        setStatus(status);
        setContentType("application/json;charset=UTF-8");
        setContentLength(body.length);
        super.getOutputStream().write(body);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (status >= 500) {
            setStatus(status);
        } else {
            super.sendError(status, message);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!holds()) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (!holds()) {
            return super.getOutputStream();
        }
        if (holding == null) {
            holding = new Holding();
        }
        return holding;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!holds()) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    private class Holding extends ServletOutputStream {
        @Override
        public void write(int one) {
            held.write(one);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
