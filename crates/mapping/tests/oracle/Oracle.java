import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.InvalidReferenceEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.util.introspection.Info;

/** Answers each line of its input, a template in base64, with what Velocity 1.7 makes of it. */
public class Oracle {
    /** API Gateway's difference from Velocity: what has no value is the empty string. */
    static class Empty implements InvalidReferenceEventHandler {
        public Object invalidGetMethod(Context c, String r, Object o, String p, Info i) {
            return "";
        }

        public boolean invalidSetMethod(Context c, String l, String r, Info i) {
            return false;
        }

        public Object invalidMethod(Context c, String r, Object o, String m, Info i) {
            return "";
        }
    }

    static VelocityEngine engine() {
        VelocityEngine engine = new VelocityEngine();
        engine.setProperty(
                "runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
        engine.setProperty("directive.foreach.maxloops", "1000");
        engine.init();
        return engine;
    }

    static String render(VelocityEngine engine, String template) {
        VelocityContext context = new VelocityContext();
        EventCartridge cartridge = new EventCartridge();
        cartridge.addEventHandler(new Empty());
        cartridge.attachToContext(context);
        StringWriter out = new StringWriter();
        engine.evaluate(context, out, "template", template);
        return out.toString();
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        PrintStream out = new PrintStream(System.out, false);
        VelocityEngine shared = engine();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String template = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
            // Macros stay in the engine that has met them.
            VelocityEngine engine = template.contains("macro") ? engine() : shared;
            try {
                byte[] rendered = render(engine, template).getBytes(StandardCharsets.UTF_8);
                out.println("=" + Base64.getEncoder().encodeToString(rendered));
            } catch (Throwable refused) {
                out.println("!" + String.valueOf(refused).split("\n")[0]);
            }
        }
        out.flush();
    }
}
